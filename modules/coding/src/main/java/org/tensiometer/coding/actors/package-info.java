/** Who is meant: noun phrases to country codes and sectors. */
package org.tensiometer.coding.actors;

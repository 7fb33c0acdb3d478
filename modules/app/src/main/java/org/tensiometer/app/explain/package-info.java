/** From a number to the sentences behind it. */
package org.tensiometer.app.explain;

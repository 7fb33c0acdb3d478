/** Making of dead letters: what could not be processed, with its origin and the reason. */
package org.tensiometer.wire.deadletters;

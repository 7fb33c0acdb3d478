/** Who says what: quotations, reporting words and their sources. */
package org.tensiometer.claims.attribution;

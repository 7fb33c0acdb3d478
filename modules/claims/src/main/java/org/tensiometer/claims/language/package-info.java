/** The neutral form of analysed text and the engines that produce it. */
package org.tensiometer.claims.language;

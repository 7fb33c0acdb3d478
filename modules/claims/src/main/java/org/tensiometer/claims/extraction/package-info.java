/** From an analysed article to its claim events. */
package org.tensiometer.claims.extraction;

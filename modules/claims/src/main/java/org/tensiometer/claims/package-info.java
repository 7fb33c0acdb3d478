/** Article to claims: language analysis and claim extraction; pure. */
package org.tensiometer.claims;

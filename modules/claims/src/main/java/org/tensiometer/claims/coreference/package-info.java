/** What pronouns and short forms refer to, where that is clear. */
package org.tensiometer.claims.coreference;

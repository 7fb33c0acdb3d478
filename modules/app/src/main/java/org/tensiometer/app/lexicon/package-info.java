/** Tests a user's patterns by the examples that stand beside them. */
package org.tensiometer.app.lexicon;

/** The lexicon: names, leaders, agents, act patterns and severities as versioned data files. */
package org.tensiometer.coding.lexicon;

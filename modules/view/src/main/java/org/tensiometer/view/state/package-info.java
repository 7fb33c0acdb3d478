/** What the view knows: pairs, days, claims and alerts, bounded in memory. */
package org.tensiometer.view.state;

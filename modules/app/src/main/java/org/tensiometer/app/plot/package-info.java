/** Pictures of a pair's indicator, as SVG. */
package org.tensiometer.app.plot;

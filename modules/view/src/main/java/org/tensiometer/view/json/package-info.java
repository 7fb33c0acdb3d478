/** What the page gets, as JSON. */
package org.tensiometer.view.json;

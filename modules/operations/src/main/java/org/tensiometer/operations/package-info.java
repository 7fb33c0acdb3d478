/** What operators do to a running installation, and what they see before they do it. */
package org.tensiometer.operations;

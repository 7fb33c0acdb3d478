/** The commands, one class each. */
package org.tensiometer.app.command;

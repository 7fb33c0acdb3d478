/** What a process answers when it is asked how it is. */
package org.tensiometer.app.process.health;

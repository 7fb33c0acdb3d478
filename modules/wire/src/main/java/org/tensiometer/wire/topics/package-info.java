/** Every topic as a typed descriptor, the single source of names and settings. */
package org.tensiometer.wire.topics;

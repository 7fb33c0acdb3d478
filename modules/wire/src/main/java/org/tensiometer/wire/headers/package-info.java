/** Names of the record headers, which are public surface. */
package org.tensiometer.wire.headers;

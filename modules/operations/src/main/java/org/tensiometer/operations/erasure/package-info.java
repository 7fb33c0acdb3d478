/** Articles taken out again. */
package org.tensiometer.operations.erasure;

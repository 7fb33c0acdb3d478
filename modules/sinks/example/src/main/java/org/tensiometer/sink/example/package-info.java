/** A sink in one class, to begin one of your own with. */
package org.tensiometer.sink.example;

/** Weights, families, outlets and thresholds: versioned data files, read and checked. */
package org.tensiometer.tension.config;

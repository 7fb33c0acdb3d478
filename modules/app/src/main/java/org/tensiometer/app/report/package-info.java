/** What a person or a program reads of the results. */
package org.tensiometer.app.report;

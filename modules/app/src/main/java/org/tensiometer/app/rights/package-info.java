/** What every part may do on the brokers, and no more. */
package org.tensiometer.app.rights;

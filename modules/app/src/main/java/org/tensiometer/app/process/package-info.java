/** What runs beside Kafka for a while: preparing, following, waiting, shutting down. */
package org.tensiometer.app.process;

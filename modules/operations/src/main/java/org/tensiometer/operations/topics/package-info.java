/** Topics and rights as they are beside as they should be. */
package org.tensiometer.operations.topics;

/**
 * Checks of the network that need nothing but the JDK: names (DNS), ports (TCP) and certificates (TLS).
 *
 * <p>Start with {@link dev.checklist.net.NetChecks}.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.net;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

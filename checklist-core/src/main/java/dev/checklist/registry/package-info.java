/**
 * Checks of container registries by the OCI distribution API: images, platforms, digests and rights.
 *
 * <p>Start with {@link dev.checklist.registry.RegistryChecks}.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.registry;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

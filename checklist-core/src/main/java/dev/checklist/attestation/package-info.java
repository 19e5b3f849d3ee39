/**
 * What people write down: their answers, chained and signed, and the waivers they give.
 *
 * <p>Start with {@link dev.checklist.attestation.AttestationFile}, {@link dev.checklist.attestation.TerminalAttestor}
 * and {@link dev.checklist.attestation.WaiverFile}.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.attestation;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

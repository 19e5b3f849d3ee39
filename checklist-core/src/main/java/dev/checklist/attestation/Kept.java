package dev.checklist.attestation;

import dev.checklist.run.Attestation;

/**
 * Is one record of a chain.
 *
 * @param number its place, from 1
 * @param attestation the answer
 * @param previous the hash of the record before it
 * @param hash the hash of all that stands before the hash in its line
 */
record Kept(int number, Attestation attestation, String previous, String hash) {}

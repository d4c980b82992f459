package org.sekisho.seal;

/**
 * The header of a block with its signature.
 *
 * @param header as the block's documentation has it
 * @param signature Ed25519 (RFC 8032), 64 bytes, by the key that the header names
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by its number
public record SignedHead(long number, byte[] header, byte[] signature) {}

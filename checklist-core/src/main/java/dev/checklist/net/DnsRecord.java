package dev.checklist.net;

/**
 * Is one record of an answer.
 *
 * @param owner the name it belongs to, in lower case without the last dot
 * @param value an address, a name, or for CAA the flags, the tag and the value
 */
record DnsRecord(String owner, RecordType type, String value) {}

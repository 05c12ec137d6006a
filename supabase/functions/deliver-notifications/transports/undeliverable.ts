/** Trying again would not help: the address does not exist, or nobody accepts this message. */
export class Undeliverable extends Error {}

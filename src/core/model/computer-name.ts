/** How another computer is read; these are also the `via` of a capture. */
export const TRANSPORTS = ['remoting', 'cim-wsman', 'cim-dcom'] as const
export type Transport = (typeof TRANSPORTS)[number]

/** A computer's name or address: letters of any script, digits, and what DNS, NetBIOS and IPv6 add. Nothing that a command line gives a meaning. */
export const COMPUTER_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]{0,254}$|^::[\p{L}\p{N}:.]{0,60}$/u

/** An account as Windows writes it: user, DOMAIN\user or user@domain. */
export const USER_NAME = /^[^\p{C}"/[\]:;|=,+*?<>]{1,256}$/u

/** Whether a text can be the name or the address of a computer. */
export function isComputerName(text: string): boolean {
  return COMPUTER_NAME.test(text.trim())
}

/** Whether a text can be the name of an account. */
export function isUserName(text: string): boolean {
  return USER_NAME.test(text.trim())
}

/** Whether a name is an address, which Kerberos cannot check: an IPv4 address or anything with a colon. */
export function isAddress(name: string): boolean {
  return name.includes(':') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)
}

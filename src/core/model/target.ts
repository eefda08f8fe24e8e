import { z } from 'zod'

/** How another computer is read; these are also the `via` of a capture. */
export const TRANSPORTS = ['remoting', 'cim-wsman', 'cim-dcom'] as const
export type Transport = (typeof TRANSPORTS)[number]

/** A computer's name or address: letters of any script, digits, and what DNS, NetBIOS and IPv6 add. Nothing that a command line gives a meaning. */
export const ComputerName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_][\p{L}\p{N}_.:-]{0,254}$|^::[\p{L}\p{N}:.]{0,60}$/u, 'not a computer name')

/** An account as Windows writes it: user, DOMAIN\user or user@domain. */
export const UserName = z
  .string()
  .trim()
  .regex(/^[^\p{C}"/[\]:;|=,+*?<>]{1,256}$/u, 'not a user name')

/** Whether a text can be the name or the address of a computer. */
export function isComputerName(text: string): boolean {
  return ComputerName.safeParse(text).success
}

/** Whether a name is an address, which Kerberos cannot check: an IPv4 address or anything with a colon. */
export function isAddress(name: string): boolean {
  return name.includes(':') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)
}

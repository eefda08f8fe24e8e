/** Channel names of the bridge; apart from the contract, so that the preload does not carry the schemas along. */
export const CHANNELS = {
  call: 'call',
  cancel: 'cancel',
  progress: 'progress',
  menu: 'menu',
  changed: 'changed',
} as const

import { type Monitored, STATE_WORDS } from './monitored'

/**
 * One line for Nagios, Icinga and their kin: `SERVICE STATUS - text | performance data`. The state is the exit code.
 * Format: Monitoring Plugins Development Guidelines, "Plugin Output for Nagios" and "Performance data"
 * (https://www.monitoring-plugins.org/doc/guidelines.html). A pipe begins the performance data, so the text has none.
 */
export function nagiosLine({ state, text, counts }: Monitored): string {
  const data = Object.entries(counts).map(([label, value]) => `${label}=${value};;;0;`)
  return `INTEGRATION ${STATE_WORDS[state]} - ${text.replaceAll('|', '¦')} | ${data.join(' ')}\n`
}

/**
 * What a FreeBSD administrator runs, in its sh. Reads kernel modules, variables, device nodes and the list of processes;
 * writes nothing. The pool files belong to root with mode 600, so their size is a matter of rights.
 */
export const FREEBSD_COMMANDS: readonly string[] = [
  'export LC_ALL=C',
  'echo "kernel: $(uname -r)"',
  'echo "name: $(uname -s)"',
  'if [ -r /etc/platform ]; then echo "release-file: /etc/platform $(head -n 1 /etc/platform) $(cat /etc/version 2>/dev/null)"; fi',
  'if [ -x /usr/local/sbin/opnsense-version ]; then echo "release-file: opnsense $(/usr/local/sbin/opnsense-version -V 2>/dev/null)"; fi',
  'echo "vm-guest: $(sysctl -n kern.vm_guest 2>/dev/null)"',
  'echo "clock-source: $(sysctl -n kern.timecounter.hardware 2>/dev/null)"',
  'if [ "$(sysctl -n security.bsd.see_other_uids 2>/dev/null)" = 0 ] && [ "$(id -u)" != 0 ]; then echo "processes: hidden"',
  'else',
  '  echo "processes: readable"',
  "  ps -ax -o comm 2>/dev/null | grep -E '^(hv_kvp|hv_vss|ntpd|chronyd)' | sort -u | sed 's/^/process: /'",
  'fi',
  "kldstat -v 2>/dev/null | grep -o -E '(vmbus|hv_[a-z]+)' | sort -u | sed 's/$/ loaded/' | sed 's/^/module: /'",
  'for f in /dev/hv_kvp_dev /dev/hv_fsvss_dev; do',
  '  if [ -e "$f" ]; then echo "node: $f"; fi',
  'done',
  'for n in 0 1 2 3 4; do',
  '  f="/var/db/hyperv/pool/.kvp_pool_$n"',
  '  if [ -e "$f" ]; then echo "pool: $n $(ls -ln "$f" 2>/dev/null | tr -s " " | cut -d " " -f 1,3,5)"; fi',
  'done',
]

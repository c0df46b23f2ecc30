/** Milliseconds of processor time of this process, to be taken before and after: what else the machine does counts less. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

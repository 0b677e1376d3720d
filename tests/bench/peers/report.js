/** Tells the bench, when asked over IPC, what this server has used: CPU in µs, memory in bytes. */
export function reportUsage() {
	process.on('message', () => {
		globalThis.gc?.();
		const { user, system } = process.cpuUsage();
		const { heapUsed, external } = process.memoryUsage();
		process.send({ cpu: user + system, memory: heapUsed + external });
	});
}

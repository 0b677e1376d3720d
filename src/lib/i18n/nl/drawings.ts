/** Names of the drawings of a phone call with pictures (F4), by number: one word each, not easily misheard. */
export const drawings = {
	drawings: [
		...['huis', 'boom', 'zon', 'maan', 'ster', 'vis', 'kat', 'vogel'],
		...['tulp', 'fiets', 'auto', 'boot', 'trein', 'paraplu', 'hoed', 'schoen'],
		...['bril', 'klok', 'kaars', 'stoel', 'tafel', 'deur', 'brug', 'trap'],
		...['hamer', 'schaar', 'potlood', 'boek', 'brief', 'beker', 'lepel', 'vork'],
		...['mes', 'fles', 'appel', 'peer', 'citroen', 'druiven', 'wortel', 'brood'],
		...['molen', 'ei', 'taart', 'ijsje', 'hart', 'anker', 'oog', 'kroon'],
		...['strik', 'vlag', 'raket', 'ballon', 'vlieger', 'trommel', 'gitaar', 'bel'],
		...['berg', 'golven', 'wolk', 'druppel', 'vuur', 'blad', 'paddenstoel', 'slak']
	]
};

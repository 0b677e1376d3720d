/** Being in the sealed room on a device that keeps nothing of it. */
export const tablet = {
	tablet: {
		ask: 'Gebruiken meer mensen dit apparaat?',
		cannotKeep: 'Deze browser kan niets bewaren. Misschien is dit een privévenster. Naar binnen kan wel, zonder iets achter te laten.',
		about: 'Dan vergeet dit apparaat alles wat van jou is.',
		reload: 'Ververs of sluit je de pagina? Dan moet iemand je opnieuw binnenlaten.',
		unsent: 'Wat dan nog niet is verstuurd, is weg.',
		beginAbout: 'Laat daarna meteen iemand anders binnen. Anders is alles weg als jij stopt.',
		enter: 'Ga naar binnen en laat niets achter',
		begin: 'Begin en laat niets achter',
		choose: 'Laat hier niets achter',
		chosen: 'Je laat hier straks niets achter.',
		whose: (name: string) => `Dit is nu het scherm van ${name}. Het laat niets achter.`,
		done: 'Klaar, laat niets achter',
		sending: 'We wachten tot alles is verstuurd …',
		notSent: 'Nog niet alles is verstuurd. Ga je nu weg? Dan is dat weg.',
		wait: 'Wacht nog even',
		evenSo: 'Ga toch weg'
	}
};

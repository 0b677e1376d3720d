/** Coming in: signing in, invitations, one's own account. */
export const entering = {
	signIn: {
		title: 'Inloggen',
		identity: 'Je e-mailadres of inlognaam',
		password: 'Je wachtwoord',
		withPassword: 'Inloggen',
		sendCode: 'Stuur mij een code',
		orCode: 'Geen wachtwoord? Dan sturen we een code naar je mail.',
		codeSent: (mail: string) => `Kennen wij ${mail}? Dan krijg je nu een mail met een code van zes cijfers. De code werkt een kwartier.`,
		code: 'De code uit je mail',
		enter: 'Ga verder',
		comesBack: 'Log eerst in. Daarna kom je vanzelf op de goede pagina.',
		already: (name: string) => `Je bent al ingelogd als ${name}.`,
		who: 'Wie ben je?',
		whoAbout: 'Op dit adres komen meer mensen binnen. Kies je eigen naam.'
	},
	invited: {
		title: 'Je bent uitgenodigd',
		about: 'Typ de code van je brief. Of druk op de knop als de code er al staat.',
		code: 'De code',
		enter: 'Kom binnen',
		once: 'De code werkt één keer. Daarna log je in met een code per mail of met een eigen wachtwoord.',
		welcome: (name: string) => `Welkom, ${name}.`
	},
	setUp: {
		title: 'Begin op deze plek',
		about: 'Hier maak je de eerste regiomanager. Daarna werkt deze link niet meer.',
		region: 'Naam van de regio',
		yourName: 'Je naam',
		mail: 'Je e-mailadres',
		password: 'Kies een wachtwoord',
		begin: 'Begin'
	},
	account: {
		title: 'Mijn account',
		handle: (handle: string) => `Je inlognaam is ${handle}. Die kun je gebruiken als je geen mail hebt.`,
		ownMail: 'Inloggen met een code per mail',
		ownMailAbout: 'Alleen jij kiest dit adres. Wij sturen er een code naartoe, ook als je later inlogt.',
		mailAddress: 'Je e-mailadres',
		mailSent: (mail: string) => `We sturen een code van zes cijfers naar ${mail}. De code werkt een kwartier.`,
		mailSaved: 'Je e-mailadres is bewaard. Je kunt er nu mee inloggen.',
		newPassword: 'Kies een eigen wachtwoord',
		passwordAbout: 'Minstens 12 tekens. Een korte zin is makkelijk te onthouden.',
		passwordSaved: 'Je wachtwoord is bewaard. Op andere apparaten log je opnieuw in.',
		signOutEverywhere: 'Overal uitloggen',
		signOutEverywhereAbout: 'Ben je een telefoon of tablet kwijt? Hiermee stopt je toegang op alle apparaten.'
	}
};

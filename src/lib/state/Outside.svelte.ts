import type { PlanContent } from '#lib/domain/plan/content.ts';
import { askQuestion } from './askQuestion.ts';
import { presentDraft, type Presented } from './presentDraft.ts';
import { askNews, askOutside, askRoomInfo, type RoomInfo, type Told } from './roomInfo.ts';
import { whileLooking } from './whileLooking.ts';

/** What the room hears from outside and says to it. Nothing of what is written inside, but the plan it presents. */
export class Outside {
	info: RoomInfo | undefined = $state.raw();
	/** What the family and their network came together for. */
	question = $state('');
	readonly #conference: string;
	readonly #heard: (info: RoomInfo) => void;

	/** @param heard called with everything that the server told anew */
	constructor(conference: string, heard: (info: RoomInfo) => void = () => {}) {
		this.#conference = conference;
		this.#heard = heard;
	}

	/** Asks everything again. What was known stays when nobody answers. */
	look = async (): Promise<Told> => {
		const told = await askRoomInfo(this.#conference);
		if (told.ok) this.#heard((this.info = told.info));
		return told;
	};

	/** Asks what may have changed: answers, and where we are. */
	#listen = async (): Promise<void> => {
		const news = await askNews(this.#conference);
		const { info } = this;
		if (!news || !info) return;
		const { number, state } = news.gathering;
		const isSame = news.phase === info.phase && number === info.gathering.number && state === info.gathering.state;
		if (isSame) this.info = { ...info, questions: news.questions };
		else await this.look();
	};

	/** Keeps asking while somebody looks at the page. Returns what ends that. */
	watch(): () => void {
		void askQuestion(this.#conference).then((asked) => (this.question = asked.ok ? asked.question : ''));
		return whileLooking(() => void this.#listen());
	}

	/** One question to somebody outside, as the family; an empty one calls them in (PT3). */
	ask = async (to: string, question: string): Promise<boolean> => {
		const taken = await askOutside(this.#conference, to, question);
		if (taken) await this.#listen();
		return taken;
	};

	/** Presents; whatever came of it, the page knows afterwards where we are. */
	present = async (content: PlanContent): Promise<Presented> => {
		const outcome = await presentDraft(this.#conference, content);
		if (outcome.ok || outcome.because === 'refused') await this.look();
		return outcome;
	};
}

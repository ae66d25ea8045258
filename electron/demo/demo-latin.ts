import { FAMILIES, MEN, WOMEN } from './demo-names.ts';

/** As passports write them, in the order of the Arabic lists. */
const LATIN_MEN =
  'Mohammed,Ahmed,Abdullah,Abdulrahman,Saad,Saeed,Khalid,Fahad,Turki,Salem,Saleh,Ali,Hassan,Hussain,Ibrahim,Yousef,' +
  'Omar,Othman,Majed,Naif,Bandar,Sultan,Faisal,Mishal,Nasser,Mansour,Awad,Dakhilallah,Atiyah,Hamed,Hamdan,Misfer,' +
  'Mubarak,Eid,Jamaan,Abdulaziz,Abdulkarim,Abdulmohsen,Yasser,Ziyad,Talal,Waleed,Hani,Raed,Sulaiman,Matouq,' +
  'Daifallah,Marzouq,Bakheet,Ayedh,Jaber,Nawaf,Rakan,Salman,Hamoud,Salahuddin,Abu Bakr,Mustafa';
const LATIN_WOMEN =
  'Noura,Fatimah,Munirah,Haya,Sarah,Reem,Mashael,Maha,Aishah,Khadijah,Maryam,Amal,Hind,Latifah,Hessah,Moudhi,Alanoud,' +
  'Aljawharah,Sheikhah,Nouf,Badriyah,Abeer,Samirah,Zainab,Ruqayyah,Safiyah,Halimah,Salma,Asma,Iman,Huda,Wafa,Najla,' +
  'Rahmah,Azizah,Jamilah,Fawziyah,Suad,Nadiyah,Ghadah,Sharifah,Masturah,Thurayya,Layla,Aminah,Dalal';
const LATIN_FAMILIES =
  'Al-Lihyani,Al-Harbi,Al-Sulami,Al-Qurashi,Al-Zahrani,Al-Otaibi,Al-Bishri,Al-Mutairi,Al-Juhani,Al-Sharif,Al-Ghamdi,' +
  'Al-Thaqafi,Al-Hudhali,Al-Malki,Al-Hazmi,Al-Buqami,Al-Subaie,Al-Saedi,Al-Maabadi,Al-Subhi,Al-Shamrani,Al-Quthami,' +
  'Al-Jadaani,Al-Khuzai,Al-Amri,Al-Biladi,Al-Ruqi,Al-Muwallad,Al-Ahmadi,Al-Yubi,Al-Kinani,Al-Usaimi,Al-Fahmi,' +
  'Al-Ansari,Al-Hasani,Al-Rashidi';

const pairs = (names: readonly string[], latin: string): [string, string][] =>
  latin.split(',').map((word, index) => [names[index] ?? '', word]);
const LATIN: ReadonlyMap<string, string> = new Map([
  ...pairs(MEN, LATIN_MEN),
  ...pairs(WOMEN, LATIN_WOMEN),
  ...pairs(FAMILIES, LATIN_FAMILIES),
]);

/** A name of the demo's word lists in Latin letters: «Sarah Ali Saad Al-Harbi». */
export const latinOf = (parts: readonly string[]): string =>
  parts.map((part) => LATIN.get(part) ?? part).join(' ');

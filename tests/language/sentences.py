"""Sentences written for these tests: two in each language, about everyday things."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "ar": (
        "قرر مجلس المدينة أن يبني جسرا جديدا فوق النهر لأن الجسر القديم لم يعد آمنا بعد كل هذه السنوات.",
        "لا أعرف ماذا حدث في هذا البيت، ولكن كان هناك الكثير من الناس أمام الباب في الصباح.",
    ),
    "bg": (
        "Общината реши да построи нов мост над реката, защото старият вече не е безопасен за хората.",
        "Не знам какво се е случило в тази къща, но сутринта пред вратата имаше много хора.",
    ),
    "ca": (
        "L'ajuntament ha decidit construir un pont nou sobre el riu perquè el vell ja no és segur.",
        "No sé què ha passat en aquesta casa, però aquest matí hi havia molta gent davant de la porta.",
    ),
    "cs": (
        "Město se rozhodlo postavit nový most přes řeku, protože ten starý už není pro lidi bezpečný.",
        "Nevím, co se v tom domě stalo, ale ráno stálo přede dveřmi hodně lidí a nikdo nic neříkal.",
    ),
    "da": (
        "Kommunen har besluttet at bygge en ny bro over åen, fordi den gamle ikke længere er sikker nok.",
        "Jeg ved ikke, hvad der er sket i huset, men i morges stod der mange mennesker uden for døren.",
    ),
    "de": (
        "Die Stadt hat beschlossen, eine neue Brücke zu bauen, weil die alte nicht mehr sicher ist.",
        "Ich weiß nicht, was in diesem Haus geschehen ist, aber am Morgen standen viele Leute vor der Tür.",
    ),
    "el": (
        "Ο δήμος αποφάσισε να χτίσει μια νέα γέφυρα πάνω από το ποτάμι, γιατί η παλιά δεν είναι πια ασφαλής.",
        "Δεν ξέρω τι έγινε σε αυτό το σπίτι, αλλά το πρωί υπήρχαν πολλοί άνθρωποι μπροστά στην πόρτα.",
    ),
    "en": (
        "The city has decided to build a new bridge over the river because the old one is no longer safe.",
        "I do not know what happened in that house, but there were many people at the door this morning.",
    ),
    "es": (
        "El ayuntamiento ha decidido construir un puente nuevo sobre el río porque el viejo ya no es seguro.",
        "No sé qué ha pasado en esta casa, pero por la mañana había mucha gente delante de la puerta.",
    ),
    "fi": (
        "Kaupunki on päättänyt rakentaa joen yli uuden sillan, koska vanha ei ole enää turvallinen.",
        "En tiedä, mitä siinä talossa on tapahtunut, mutta aamulla oven edessä oli paljon ihmisiä.",
    ),
    "fr": (
        "La ville a décidé de construire un nouveau pont sur la rivière parce que l'ancien n'est plus sûr.",
        "Je ne sais pas ce qui s'est passé dans cette maison, mais il y avait du monde devant la porte.",
    ),
    "he": (
        "העירייה החליטה לבנות גשר חדש מעל הנהר, כי הגשר הישן כבר לא בטוח עבור אנשים.",
        "אני לא יודע מה קרה בבית הזה, אבל בבוקר היו הרבה אנשים ליד הדלת ואף אחד לא אמר דבר.",
    ),
    "hi": (
        "शहर ने नदी पर एक नया पुल बनाने का फैसला किया है क्योंकि पुराना पुल अब सुरक्षित नहीं है।",
        "मुझे नहीं पता कि इस घर में क्या हुआ, लेकिन सुबह दरवाजे के सामने बहुत लोग थे।",
    ),
    "hu": (
        "A város úgy döntött, hogy új hidat épít a folyó fölé, mert a régi már nem elég biztonságos.",
        "Nem tudom, mi történt ebben a házban, de reggel nagyon sok ember állt az ajtó előtt.",
    ),
    "id": (
        "Kota itu memutuskan untuk membangun jembatan baru karena jembatan yang lama sudah tidak aman.",
        "Saya belum bisa bilang apa yang terjadi di rumah itu karena tadi ada banyak orang di depan pintu.",
    ),
    "is": (
        "Bærinn hefur ákveðið að byggja nýja brú yfir ána vegna þess að sú gamla er ekki lengur örugg.",
        "Ég veit ekki hvað gerðist í þessu húsi en í morgun var margt fólk fyrir utan dyrnar.",
    ),
    "it": (
        "Il comune ha deciso di costruire un nuovo ponte sul fiume perché quello vecchio non è più sicuro.",
        "Non so che cosa sia successo in questa casa, ma stamattina c'era molta gente davanti alla porta.",
    ),
    "ja": (
        "市は川に新しい橋を架けることを決めた。古い橋はもう安全ではないからだ。",
        "あの家で何があったのかは知りませんが、朝には大勢の人が玄関の前に立っていました。",
    ),
    "ko": (
        "시는 강 위에 새 다리를 놓기로 했다. 오래된 다리는 더 이상 안전하지 않기 때문이다.",
        "그 집에서 무슨 일이 있었는지 모르지만 아침에 문 앞에 사람들이 많이 서 있었다.",
    ),
    "nb": (
        "Kommunen har bestemt seg for å bygge en ny bro over elva fordi den gamle ikke lenger er trygg nok.",
        "Jeg vet ikke hva som har skjedd i huset, men i morges sto det mange mennesker utenfor døra.",
    ),
    "nl": (
        "De gemeente heeft besloten een nieuwe brug te bouwen omdat de oude niet meer veilig is.",
        "Ik weet niet wat er in dat huis is gebeurd, maar vanmorgen stonden er veel mensen voor de deur.",
    ),
    "pl": (
        "Miasto postanowiło zbudować nowy most na rzece, ponieważ stary nie jest już bezpieczny dla ludzi.",
        "Nie wiem, co się stało w tym domu, ale rano przed drzwiami było bardzo dużo ludzi.",
    ),
    "pt": (
        "A câmara decidiu construir uma ponte nova sobre o rio porque a antiga já não é segura para ninguém.",
        "Não sei o que aconteceu nesta casa, mas de manhã havia muitas pessoas em frente da porta.",
    ),
    "ro": (
        "Orașul a hotărât să construiască un pod nou peste râu, pentru că cel vechi nu mai este sigur.",
        "Nu știu ce s-a întâmplat în casa aceea, dar dimineața erau foarte mulți oameni în fața ușii.",
    ),
    "ru": (
        "Город решил построить новый мост через реку, потому что старый уже не безопасен для людей.",
        "Я не знаю, что случилось в этом доме, но утром перед дверью было очень много людей.",
    ),
    "sv": (
        "Staden har beslutat att bygga en ny bro över ån eftersom den gamla inte längre är säker.",
        "Jag vet inte vad som har hänt i huset, men i morse stod det många människor utanför dörren.",
    ),
    "tr": (
        "Belediye nehrin üzerine yeni bir köprü yapmaya karar verdi, çünkü eskisi artık güvenli değil.",
        "O evde ne olduğunu bilmiyorum ama sabah kapının önünde çok sayıda insan vardı.",
    ),
    "uk": (
        "Місто вирішило побудувати новий міст через річку, тому що старий уже не є безпечним для людей.",
        "Я не знаю, що сталося в цьому будинку, але вранці перед дверима було дуже багато людей.",
    ),
    "vi": (
        "Thành phố đã quyết định xây một cây cầu mới qua sông vì cây cầu cũ không còn an toàn nữa.",
        "Tôi không biết chuyện gì đã xảy ra trong ngôi nhà đó nhưng sáng nay có nhiều người trước cửa.",
    ),
    "zh": (
        "市政府决定在河上建一座新桥，因为旧桥已经不安全了。",
        "我不知道那个房子里发生了什么事，但是早上门前站着很多人。",
    ),
    "zh-Hant": (
        "市政府決定在河上建一座新橋，因為舊橋已經不安全了。",
        "我不知道那個房子裡發生了什麼事，但是早上門前站著很多人。",
    ),
}

OTHERS: dict[str, str] = {
    "be": "Горад вырашыў пабудаваць новы мост цераз раку, таму што стары ўжо не такі бяспечны, як ён быў.",
    "et": "Linn on otsustanud ehitada uue silla, sest vana ei ole enam nii hea ja see oli väga ohtlik.",
    "fa": "شهر تصمیم گرفته است که یک پل تازه روی رودخانه بسازد، چون پل قدیمی دیگر برای مردم امن نیست.",
    "gl": "O concello decidiu construír unha ponte nova porque a vella xa non é segura para os veciños.",
    "lt": "Miestas nusprendė pastatyti naują tiltą per upę, nes senasis jau nėra saugus ir juo nebegali eiti.",
    "mk": "Градот одлучи да изгради нов мост преку реката, бидејќи стариот веќе не е безбеден за луѓето.",
    "nn": "Dei har bestemt seg for å byggja ei ny bru fordi den gamle ikkje er trygg, men eg veit ikkje kva ho kostar.",
    "sh": "Grad je odlučio da sagradi novi most, jer stari više nije siguran za ljude koji žive ovde.",
    "sk": "Mesto sa rozhodlo postaviť nový most cez rieku, pretože ten starý už nie je pre ľudí bezpečný.",
    "sl": "Mesto se je odločilo zgraditi nov most čez reko, ker stari ni več varen za ljudi, ki so tukaj.",
    "sr": "Град је одлучио да изгради нови мост преко реке, јер стари више није безбедан за људе.",
    "ur": "شہر نے دریا پر ایک نیا پل بنانے کا فیصلہ کیا ہے کیونکہ پرانا پل اب لوگوں کے لیے محفوظ نہیں ہے۔",
    "th": "เมืองตัดสินใจสร้างสะพานใหม่ข้ามแม่น้ำเพราะสะพานเก่าไม่ปลอดภัยอีกต่อไป",
    "ka": "ქალაქმა გადაწყვიტა ახალი ხიდის აშენება მდინარეზე, რადგან ძველი აღარ არის უსაფრთხო.",
}

//! The sentences a flow needs besides its menus, and what they are when nobody writes them.

use serde::{Deserialize, Serialize};

/// A sentence by its occasion: the keys of `[flow.prompts]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// Before anything else; nothing unless it is written.
    Greeting,
    /// Nothing was pressed or said at a menu.
    NotHeard,
    /// What was pressed or said at a menu is no choice.
    NotUnderstood,
    /// Nobody is there at this time.
    Closed,
    /// The caller begins to wait.
    Hold,
    /// `{position}` callers are served up to this one.
    Position,
    /// The caller is the next.
    PositionNext,
    /// It takes about `{minutes}` minutes.
    ExpectedWait,
    /// It takes a minute at most.
    ExpectedWaitSoon,
    /// `{key}` leads to voicemail while waiting.
    OfferVoicemail,
    /// `{key}` leads to a call back while waiting.
    OfferCallback,
    /// Before a message is recorded.
    Voicemail,
    /// Nothing was recorded.
    VoicemailNothing,
    /// A message was recorded.
    VoicemailThanks,
    /// Whether `{number}` is the number to call back.
    CallbackAsk,
    /// Which number to call back.
    CallbackNumber,
    /// `{number}` will be called back.
    CallbackConfirmed,
    /// Nobody more can wait.
    QueueFull,
    /// Something went wrong.
    Trouble,
    /// The call ends, and nothing else was said.
    Goodbye,
}

impl Cue {
    /// Every cue, in the order a caller comes upon them.
    pub const ALL: [Self; 20] = [
        Self::Greeting,
        Self::NotHeard,
        Self::NotUnderstood,
        Self::Closed,
        Self::Hold,
        Self::Position,
        Self::PositionNext,
        Self::ExpectedWait,
        Self::ExpectedWaitSoon,
        Self::OfferVoicemail,
        Self::OfferCallback,
        Self::Voicemail,
        Self::VoicemailNothing,
        Self::VoicemailThanks,
        Self::CallbackAsk,
        Self::CallbackNumber,
        Self::CallbackConfirmed,
        Self::QueueFull,
        Self::Trouble,
        Self::Goodbye,
    ];

    /// As the settings spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Greeting => "greeting",
            Self::NotHeard => "not_heard",
            Self::NotUnderstood => "not_understood",
            Self::Closed => "closed",
            Self::Hold => "hold",
            Self::Position => "position",
            Self::PositionNext => "position_next",
            Self::ExpectedWait => "expected_wait",
            Self::ExpectedWaitSoon => "expected_wait_soon",
            Self::OfferVoicemail => "offer_voicemail",
            Self::OfferCallback => "offer_callback",
            Self::Voicemail => "voicemail",
            Self::VoicemailNothing => "voicemail_nothing",
            Self::VoicemailThanks => "voicemail_thanks",
            Self::CallbackAsk => "callback_ask",
            Self::CallbackNumber => "callback_number",
            Self::CallbackConfirmed => "callback_confirmed",
            Self::QueueFull => "queue_full",
            Self::Trouble => "trouble",
            Self::Goodbye => "goodbye",
        }
    }

    /// What is said in a language, by its code, when nobody wrote it: English, German, French,
    /// Spanish and Hindi are known.
    pub fn built_in(self, code: &str) -> Option<&'static str> {
        let base = code.split(['-', '_']).next().unwrap_or_default();
        let sentences = match base.to_ascii_lowercase().as_str() {
            "en" => ENGLISH,
            "de" => GERMAN,
            "fr" => FRENCH,
            "es" => SPANISH,
            "hi" => HINDI,
            _ => return None,
        };
        let found = sentences.iter().find(|(cue, _)| *cue == self);
        found.map(|(_, sentence)| *sentence)
    }
}

type Sentences = &'static [(Cue, &'static str)];

const ENGLISH: Sentences = &[
    (Cue::NotHeard, "We did not hear your choice."),
    (Cue::NotUnderstood, "That is not one of the choices."),
    (
        Cue::Closed,
        "Thank you for calling. We are closed at the moment.",
    ),
    (
        Cue::Hold,
        "Please hold the line. Somebody will be with you as soon as possible.",
    ),
    (Cue::Position, "You are number {position} in line."),
    (Cue::PositionNext, "You are next in line."),
    (
        Cue::ExpectedWait,
        "The expected wait is about {minutes} minutes.",
    ),
    (
        Cue::ExpectedWaitSoon,
        "The expected wait is about a minute.",
    ),
    (
        Cue::OfferVoicemail,
        "To leave a message instead of waiting, press {key}.",
    ),
    (
        Cue::OfferCallback,
        "To be called back without losing your place, press {key}.",
    ),
    (
        Cue::Voicemail,
        "Please leave a message after the tone. Press the pound key when you have finished.",
    ),
    (Cue::VoicemailNothing, "We did not hear a message. Goodbye."),
    (
        Cue::VoicemailThanks,
        "Thank you. We have your message and will get back to you. Goodbye.",
    ),
    (
        Cue::CallbackAsk,
        "We will call you back on {number}. To be called on another number, enter it now, followed by the pound key.",
    ),
    (
        Cue::CallbackNumber,
        "Please enter the number we can call you back on, followed by the pound key.",
    ),
    (
        Cue::CallbackConfirmed,
        "We will call you back on {number}. Goodbye.",
    ),
    (
        Cue::QueueFull,
        "All lines are busy and nobody more can wait.",
    ),
    (
        Cue::Trouble,
        "We are sorry, your call cannot be connected at the moment.",
    ),
    (Cue::Goodbye, "Thank you for calling. Goodbye."),
];

const GERMAN: Sentences = &[
    (Cue::NotHeard, "Wir haben Ihre Auswahl nicht gehört."),
    (Cue::NotUnderstood, "Diese Auswahl gibt es nicht."),
    (
        Cue::Closed,
        "Vielen Dank für Ihren Anruf. Wir sind im Moment nicht erreichbar.",
    ),
    (
        Cue::Hold,
        "Bitte bleiben Sie in der Leitung. Wir sind so bald wie möglich für Sie da.",
    ),
    (
        Cue::Position,
        "Sie sind Nummer {position} in der Warteschlange.",
    ),
    (Cue::PositionNext, "Sie sind als Nächstes an der Reihe."),
    (
        Cue::ExpectedWait,
        "Die Wartezeit beträgt etwa {minutes} Minuten.",
    ),
    (
        Cue::ExpectedWaitSoon,
        "Die Wartezeit beträgt etwa eine Minute.",
    ),
    (
        Cue::OfferVoicemail,
        "Um stattdessen eine Nachricht zu hinterlassen, drücken Sie die {key}.",
    ),
    (
        Cue::OfferCallback,
        "Um zurückgerufen zu werden, ohne Ihren Platz zu verlieren, drücken Sie die {key}.",
    ),
    (
        Cue::Voicemail,
        "Bitte sprechen Sie nach dem Signalton. Drücken Sie zum Schluss die Rautetaste.",
    ),
    (
        Cue::VoicemailNothing,
        "Wir haben keine Nachricht gehört. Auf Wiederhören.",
    ),
    (
        Cue::VoicemailThanks,
        "Vielen Dank. Wir haben Ihre Nachricht und melden uns bei Ihnen. Auf Wiederhören.",
    ),
    (
        Cue::CallbackAsk,
        "Wir rufen Sie unter {number} zurück. Für eine andere Nummer geben Sie diese jetzt ein und drücken dann die Rautetaste.",
    ),
    (
        Cue::CallbackNumber,
        "Bitte geben Sie Ihre Rufnummer ein und drücken dann die Rautetaste.",
    ),
    (
        Cue::CallbackConfirmed,
        "Wir rufen Sie unter {number} zurück. Auf Wiederhören.",
    ),
    (Cue::QueueFull, "Alle Leitungen sind belegt."),
    (
        Cue::Trouble,
        "Es tut uns leid, Ihr Anruf kann im Moment nicht verbunden werden.",
    ),
    (
        Cue::Goodbye,
        "Vielen Dank für Ihren Anruf. Auf Wiederhören.",
    ),
];

const FRENCH: Sentences = &[
    (Cue::NotHeard, "Nous n'avons pas entendu votre choix."),
    (Cue::NotUnderstood, "Ce choix n'existe pas."),
    (
        Cue::Closed,
        "Merci de votre appel. Nos bureaux sont fermés en ce moment.",
    ),
    (
        Cue::Hold,
        "Veuillez patienter. Nous vous répondrons dès que possible.",
    ),
    (
        Cue::Position,
        "Vous êtes en position {position} dans la file d'attente.",
    ),
    (
        Cue::PositionNext,
        "Vous êtes le prochain dans la file d'attente.",
    ),
    (
        Cue::ExpectedWait,
        "L'attente est d'environ {minutes} minutes.",
    ),
    (Cue::ExpectedWaitSoon, "L'attente est d'environ une minute."),
    (
        Cue::OfferVoicemail,
        "Pour laisser un message au lieu d'attendre, appuyez sur {key}.",
    ),
    (
        Cue::OfferCallback,
        "Pour être rappelé sans perdre votre place, appuyez sur {key}.",
    ),
    (
        Cue::Voicemail,
        "Veuillez laisser un message après le signal sonore. Appuyez sur la touche dièse pour terminer.",
    ),
    (
        Cue::VoicemailNothing,
        "Nous n'avons pas entendu de message. Au revoir.",
    ),
    (
        Cue::VoicemailThanks,
        "Merci. Nous avons bien reçu votre message et vous recontacterons. Au revoir.",
    ),
    (
        Cue::CallbackAsk,
        "Nous vous rappellerons au {number}. Pour un autre numéro, composez-le maintenant, suivi de la touche dièse.",
    ),
    (
        Cue::CallbackNumber,
        "Veuillez composer le numéro auquel nous pouvons vous rappeler, suivi de la touche dièse.",
    ),
    (
        Cue::CallbackConfirmed,
        "Nous vous rappellerons au {number}. Au revoir.",
    ),
    (Cue::QueueFull, "Toutes nos lignes sont occupées."),
    (
        Cue::Trouble,
        "Nous sommes désolés, votre appel ne peut aboutir pour le moment.",
    ),
    (Cue::Goodbye, "Merci de votre appel. Au revoir."),
];

const SPANISH: Sentences = &[
    (Cue::NotHeard, "No hemos oído su elección."),
    (Cue::NotUnderstood, "Esa opción no existe."),
    (
        Cue::Closed,
        "Gracias por su llamada. En este momento estamos cerrados.",
    ),
    (
        Cue::Hold,
        "Por favor, permanezca en línea. Le atenderemos lo antes posible.",
    ),
    (Cue::Position, "Usted es el número {position} en la cola."),
    (Cue::PositionNext, "Usted es el siguiente en la cola."),
    (Cue::ExpectedWait, "La espera es de unos {minutes} minutos."),
    (
        Cue::ExpectedWaitSoon,
        "La espera es de un minuto aproximadamente.",
    ),
    (
        Cue::OfferVoicemail,
        "Para dejar un mensaje en lugar de esperar, pulse {key}.",
    ),
    (
        Cue::OfferCallback,
        "Para que le devolvamos la llamada sin perder su turno, pulse {key}.",
    ),
    (
        Cue::Voicemail,
        "Por favor, deje un mensaje después de la señal. Pulse almohadilla para terminar.",
    ),
    (
        Cue::VoicemailNothing,
        "No hemos oído ningún mensaje. Adiós.",
    ),
    (
        Cue::VoicemailThanks,
        "Gracias. Hemos recibido su mensaje y nos pondremos en contacto con usted. Adiós.",
    ),
    (
        Cue::CallbackAsk,
        "Le llamaremos al {number}. Si prefiere otro número, márquelo ahora, seguido de almohadilla.",
    ),
    (
        Cue::CallbackNumber,
        "Por favor, marque el número al que podemos llamarle, seguido de almohadilla.",
    ),
    (Cue::CallbackConfirmed, "Le llamaremos al {number}. Adiós."),
    (Cue::QueueFull, "Todas nuestras líneas están ocupadas."),
    (
        Cue::Trouble,
        "Lo sentimos, su llamada no se puede conectar en este momento.",
    ),
    (Cue::Goodbye, "Gracias por su llamada. Adiós."),
];

const HINDI: Sentences = &[
    (Cue::NotHeard, "हमें आपका चयन सुनाई नहीं दिया।"),
    (Cue::NotUnderstood, "यह विकल्प उपलब्ध नहीं है।"),
    (
        Cue::Closed,
        "कॉल करने के लिए धन्यवाद। इस समय हमारा कार्यालय बंद है।",
    ),
    (Cue::Hold, "कृपया लाइन पर बने रहें। हम जल्द से जल्द आपसे बात करेंगे।"),
    (Cue::Position, "कतार में आपका स्थान {position} है।"),
    (Cue::PositionNext, "कतार में अगली बारी आपकी है।"),
    (
        Cue::ExpectedWait,
        "अनुमानित प्रतीक्षा समय लगभग {minutes} मिनट है।",
    ),
    (Cue::ExpectedWaitSoon, "अनुमानित प्रतीक्षा समय लगभग एक मिनट है।"),
    (
        Cue::OfferVoicemail,
        "प्रतीक्षा के बजाय संदेश छोड़ने के लिए {key} दबाएँ।",
    ),
    (
        Cue::OfferCallback,
        "अपनी बारी खोए बिना वापस कॉल पाने के लिए {key} दबाएँ।",
    ),
    (
        Cue::Voicemail,
        "कृपया बीप के बाद अपना संदेश छोड़ें। समाप्त होने पर पाउंड की दबाएँ।",
    ),
    (Cue::VoicemailNothing, "हमें कोई संदेश सुनाई नहीं दिया। नमस्कार।"),
    (
        Cue::VoicemailThanks,
        "धन्यवाद। हमें आपका संदेश मिल गया है और हम आपसे संपर्क करेंगे। नमस्कार।",
    ),
    (
        Cue::CallbackAsk,
        "हम आपको {number} पर वापस कॉल करेंगे। किसी और नंबर के लिए उसे अभी दर्ज करें और पाउंड की दबाएँ।",
    ),
    (
        Cue::CallbackNumber,
        "कृपया वह नंबर दर्ज करें जिस पर हम आपको कॉल कर सकें, फिर पाउंड की दबाएँ।",
    ),
    (
        Cue::CallbackConfirmed,
        "हम आपको {number} पर वापस कॉल करेंगे। नमस्कार।",
    ),
    (Cue::QueueFull, "इस समय हमारी सभी लाइनें व्यस्त हैं।"),
    (Cue::Trouble, "क्षमा करें, इस समय आपकी कॉल नहीं जोड़ी जा सकती।"),
    (Cue::Goodbye, "कॉल करने के लिए धन्यवाद। नमस्कार।"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_language_knows_every_sentence_and_its_blanks() {
        for code in ["en-US", "de", "fr-CA", "es_MX", "HI-in"] {
            for cue in Cue::ALL.into_iter().filter(|cue| *cue != Cue::Greeting) {
                let own = cue.built_in(code).expect("it is written above");
                let english = cue.built_in("en").expect("it is written above");
                for blank in ["{position}", "{minutes}", "{key}", "{number}"] {
                    assert_eq!(
                        own.contains(blank),
                        english.contains(blank),
                        "{code}: {own}"
                    );
                }
            }
        }
        assert_eq!(Cue::Goodbye.built_in("tlh"), None);
        assert_eq!(Cue::Greeting.built_in("en"), None);
    }

    #[test]
    fn cues_are_spelt_as_the_settings_spell_them() {
        for cue in Cue::ALL {
            assert_eq!(serde_json::to_value(cue).unwrap(), cue.as_str());
        }
    }
}

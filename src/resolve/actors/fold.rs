//! Names as they are compared: without case, accents and full stops.

/// `name` in lower case, accents and full stops dropped, typographic apostrophes made plain, spaces single.
pub fn fold(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return name.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' => {}
            '’' | 'ʼ' | '‘' | '`' => folded.push('\''),
            '‑' | '–' => folded.push('-'),
            c if c.is_whitespace() => push_space(&mut folded),
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => c.to_lowercase().for_each(|c| push_plain(&mut folded, c)),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push_space(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Appends a lower-case letter without its accent. Latin letters only; others stay as they are.
fn push_plain(folded: &mut String, c: char) {
    let plain = match c {
        '\u{300}'..='\u{36F}' => return,
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => 'i',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ß' => return folded.push_str("ss"),
        'æ' => return folded.push_str("ae"),
        'œ' => return folded.push_str("oe"),
        'þ' => return folded.push_str("th"),
        other => other,
    };
    folded.push(plain);
}

/// How a folded word sounds, roughly: spellings of one name in Latin letters share it
/// ("zelensky", "zelenskyy", "zelenskiy"; "sergei", "sergey"; "yushchenko", "juschtschenko").
pub fn sound(folded: &str) -> String {
    const SPELLINGS: [(&str, &str); 22] = [
        ("schtsch", "s"),
        ("shch", "s"),
        ("tsch", "c"),
        ("tch", "c"),
        ("sch", "s"),
        ("kh", "h"),
        ("zh", "j"),
        ("sh", "s"),
        ("ch", "c"),
        ("ts", "c"),
        ("tz", "c"),
        ("ks", "x"),
        ("ck", "k"),
        ("ph", "f"),
        ("ou", "u"),
        ("iy", "i"),
        ("yi", "i"),
        ("ij", "i"),
        ("ey", "ei"),
        ("ay", "ai"),
        ("ie", "e"),
        ("ye", "e"),
    ];
    let mut sound = String::with_capacity(folded.len());
    let mut rest = folded;
    while let Some(c) = rest.chars().next() {
        let spelling = SPELLINGS.iter().find(|(from, _)| rest.starts_with(from));
        match spelling {
            Some((_, to)) => push_sound(&mut sound, to),
            None => push_sound(&mut sound, plain_sound(c).encode_utf8(&mut [0; 4])),
        }
        let len = spelling.map_or(c.len_utf8(), |(from, _)| from.len());
        rest = rest.get(len..).unwrap_or_default();
    }
    sound
}

/// One letter for those that stand for one another in transliteration.
fn plain_sound(c: char) -> char {
    match c {
        'y' | 'j' => 'i',
        'w' => 'v',
        _ => c,
    }
}

/// Appends a sound; double letters count once.
fn push_sound(sound: &mut String, piece: &str) {
    if !sound.ends_with(piece) {
        sound.push_str(piece);
    }
}

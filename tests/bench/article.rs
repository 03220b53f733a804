//! Articles in which people say what is said by chance.

use crate::invented::{Chance, SIDES, saying, speaker};
use std::fs;
use std::path::Path;

const OUTLETS: [&str; 6] =
    ["Harbour Gazette", "Norland Post", "Westria Herald", "The Ferry", "Dam Quarterly", "Morning Tide"];

/// So many articles, the same every time; `hot` is the share of claims about one topic, in per cent.
pub fn articles(count: usize, hot: usize) -> impl Iterator<Item = Article> {
    let mut chance = Chance(count as u64);
    (0..count).map(move |number| Article::by(&mut chance, number, hot))
}

/// An article.
pub struct Article {
    number: usize,
    date: String,
    outlet: &'static str,
    title: Option<String>,
    body: String,
}

impl Article {
    fn by(chance: &mut Chance, number: usize, hot: usize) -> Article {
        let (month, day) = (1 + chance.below(12), 1 + chance.below(28));
        let date = format!("{}-{month:02}-{day:02}", 2024 + chance.below(2));
        let outlet = OUTLETS[chance.rank(OUTLETS.len())];
        let title = (chance.below(3) == 0).then(|| format!("{} at work again", speaker(chance.rank(1_400))));
        let paragraphs = 2 + chance.below(4);
        let body: Vec<String> = (0..paragraphs).map(|_| paragraph(chance, hot)).collect();
        Article { number, date, outlet, title, body: body.join("\n\n") }
    }

    /// Its id, and the path of its file: some in a folder, and some beside it under nearly its name, which come in another
    /// order by their bytes than by the parts of a path.
    pub fn name(&self) -> String {
        let (folder, number) = (self.number / 1_000, self.number % 1_000);
        let parted = if number.is_multiple_of(3) { '-' } else { '/' };
        format!("{folder:05}{parted}{number:03}.txt")
    }

    /// Writes it to its file, in a folder for all.
    pub fn write_to(&self, folder: &Path) {
        let path = folder.join(self.name());
        path.parent().map(fs::create_dir_all).transpose().unwrap();
        fs::write(path, self.text()).unwrap();
    }

    /// As a line.
    pub fn json(&self) -> serde_json::Value {
        let Article { date, outlet, title, body, .. } = self;
        serde_json::json!({
            "id": self.name(), "text": body, "date": date, "outlet": outlet, "title": title, "language": "en"
        })
    }

    /// As a file.
    fn text(&self) -> String {
        let Article { date, outlet, body, .. } = self;
        let title = self.title.as_ref().map(|title| format!("title: {title}\n")).unwrap_or_default();
        format!("---\nkind: article\n{title}date: {date}\noutlet: {outlet}\n---\n{body}\n")
    }
}

fn paragraph(chance: &mut Chance, hot: usize) -> String {
    let sentences: Vec<String> = (0..1 + chance.below(3)).map(|_| sentence(chance, hot)).collect();
    sentences.join(" ")
}

fn sentence(chance: &mut Chance, hot: usize) -> String {
    let rank = chance.rank(1_400);
    let (who, side) = (speaker(rank), SIDES[rank % SIDES.len()]);
    let (words, quoted) = if chance.below(100) < hot { (attack(chance), false) } else { saying(chance) };
    let day = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"][chance.below(5)];
    match (quoted, chance.below(4)) {
        (true, _) => format!("“{},” {who}, the spokesman of {side}, said on {day}.", capitalised(&words)),
        (false, 0) => format!("{who} denied that {words}."),
        (false, 1) => format!("According to {who}, {words}."),
        (false, _) => format!("{who} said on {day} that {words}."),
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// What is said of the topic that everybody speaks of.
fn attack(chance: &mut Chance) -> String {
    let words = [
        "an attack on Norland is imminent",
        "an attack on Norland is not imminent",
        "an attack could come at any moment",
    ];
    words[chance.below(words.len())].to_owned()
}

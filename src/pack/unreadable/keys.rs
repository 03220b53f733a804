//! The keys that a file may have, by its JSON Schema.

use serde_json::Value;

/// Every key of every table.
pub(super) struct Keys(Vec<Key>);

/// A key of a table.
pub(super) struct Key {
    /// The head of the table, empty for the keys above all tables: `[pair.a]`.
    table: String,
    name: String,
    schema: Value,
}

impl Keys {
    /// The keys of a schema; none of what is no schema.
    pub(super) fn of(schema: &str) -> Keys {
        let root: Value = serde_json::from_str(schema).unwrap_or_default();
        let mut keys = Vec::new();
        enter(&root, &root, "", &mut keys);
        Keys(keys)
    }

    /// A key of this name, if there are several that of the table.
    pub(super) fn find(&self, name: &str, table: &str) -> Option<&Key> {
        let named = || self.0.iter().filter(|key| key.name == name);
        named().find(|key| key.table == table).or_else(|| named().next())
    }

    /// Where a key of this name may stand, in words.
    pub(super) fn tables_with(&self, name: &str) -> Vec<String> {
        let place = |key: &Key| match key.table.as_str() {
            "" => "at the top of the file, above the first table".to_owned(),
            table => format!("below `{table}`"),
        };
        self.0.iter().filter(|key| key.name == name).map(place).collect()
    }

    /// The keys of the table that a key stands for.
    pub(super) fn of_table(&self, key: &Key) -> Vec<&str> {
        let head = key.head();
        self.0.iter().filter(|own| own.table == head).map(|own| own.name.as_str()).collect()
    }
}

impl Key {
    /// What it says, in words.
    pub(super) fn about(&self) -> &str {
        self.schema.get("description").and_then(Value::as_str).unwrap_or_default()
    }

    /// The table that it stands for.
    pub(super) fn head(&self) -> String {
        head_below(&self.table, &self.name)
    }

    /// A value that it may have.
    pub(super) fn example(&self) -> Option<&str> {
        self.schema.pointer("/examples/0").and_then(Value::as_str)
    }

    /// The words that it may have, if they are listed.
    pub(super) fn words(&self) -> Vec<&str> {
        let words = self.schema.get("enum").and_then(Value::as_array);
        words.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    pub(super) fn is_table(&self) -> bool {
        self.sort() == "object"
    }

    pub(super) fn is_switch(&self) -> bool {
        self.sort() == "boolean"
    }

    pub(super) fn is_list_of_tables(&self) -> bool {
        self.sort() == "array" && self.schema.pointer("/items/$ref").is_some()
    }

    /// A value of its sort.
    pub(super) fn sample(&self) -> String {
        match (self.words().first().copied().or(self.example()), self.sort()) {
            (Some(word), _) => format!("\"{word}\""),
            (None, "array") => "[\"…\"]".to_owned(),
            (None, "number" | "integer") => "2".to_owned(),
            (None, "boolean") => "true".to_owned(),
            _ => "\"…\"".to_owned(),
        }
    }

    fn sort(&self) -> &str {
        self.schema.get("type").and_then(Value::as_str).unwrap_or_default()
    }
}

/// Enters the keys of a table and of the tables in it.
fn enter(root: &Value, table: &Value, head: &str, keys: &mut Vec<Key>) {
    for (name, written) in table.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let schema = resolved(root, written);
        let below = head_below(head, name);
        let items = schema.get("items").map(|items| resolved(root, items));
        match items.filter(|items| items.get("properties").is_some()) {
            Some(items) => enter(root, &items, &format!("[{below}]"), keys),
            None => enter_nested(root, &schema, &below, keys),
        }
        keys.push(Key { table: head.to_owned(), name: name.clone(), schema });
    }
}

/// The tables of names that are up to who writes the file: `[scale.NAME."STEP"]`.
fn enter_nested(root: &Value, schema: &Value, head: &str, keys: &mut Vec<Key>) {
    enter(root, schema, head, keys);
    if let Some(any) = schema.get("additionalProperties").filter(|any| any.is_object()) {
        enter_nested(root, &resolved(root, any), &head_below(head, "NAME"), keys);
    }
}

fn head_below(head: &str, name: &str) -> String {
    match head.trim_matches(['[', ']']) {
        "" => format!("[{name}]"),
        inner => format!("[{inner}.{name}]"),
    }
}

/// What a `$ref` leads to, with the description that stands beside it.
fn resolved(root: &Value, schema: &Value) -> Value {
    let named = schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|name| root.pointer(name.trim_start_matches('#')));
    let Some(Value::Object(named)) = named else { return schema.clone() };
    let own = schema.as_object().into_iter().flatten().filter(|(key, _)| *key != "$ref");
    let own = own.map(|(key, value)| (key.clone(), value.clone()));
    Value::Object(named.clone().into_iter().chain(own).collect())
}

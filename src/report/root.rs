//! The root of a repository, from which code hosts name files.

/// Where a run stands in a repository. The default knows of none: then files are named as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// The whole path of the root.
    pub folder: String,
    /// The folder that the run was started in, as seen from the root.
    pub here: String,
}

impl Root {
    /// The path of a file as code hosts name it: from the root, with slashes; one outside keeps its whole path.
    pub fn path_of(&self, file: &str) -> String {
        let file = file.replace('\\', "/");
        if is_whole(&file) {
            let inside = file.strip_prefix(self.folder.as_str()).and_then(|rest| rest.strip_prefix('/'));
            return inside.filter(|_| !self.folder.is_empty()).unwrap_or(&file).to_owned();
        }
        let mut parts: Vec<&str> = Vec::new();
        for part in self.here.split('/').chain(file.split('/')) {
            match part {
                "" | "." => {}
                ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        parts.join("/")
    }
}

fn is_whole(path: &str) -> bool {
    path.starts_with('/') || path.get(1..3) == Some(":/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_hosts_name_files_from_the_root() {
        let root = Root { folder: "/home/ann/paper".to_owned(), here: "drafts/today".to_owned() };
        for (file, named) in [
            ("a.md", "drafts/today/a.md"),
            ("./a.md", "drafts/today/a.md"),
            ("../a.md", "drafts/a.md"),
            ("../../../a.md", "../a.md"),
            ("/home/ann/paper/a.md", "a.md"),
            ("/home/ann/papers/a.md", "/home/ann/papers/a.md"),
            ("b\\a.md", "drafts/today/b/a.md"),
        ] {
            assert_eq!(root.path_of(file), named, "{file}");
        }
        assert_eq!(Root::default().path_of("./a.md"), "a.md");
        assert_eq!(Root::default().path_of("/a.md"), "/a.md");
    }
}

//! What is half-written about an entry, when that is deleted for ever.

use super::kit::{Desk, at, entry, holding, id, walk};
use crate::domain::{
    BackupWhy, DraftSave, Field, Form, FormKind, LineOf, Revision, Subject, Topic,
};

#[test]
fn a_half_written_line_goes_with_the_entry_it_is_about() {
    let desk = Desk::new();
    let mut store = desk.write();
    for number in [1, 2] {
        store
            .finish(&walk(entry(number, "tea")), at(number.into()))
            .unwrap();
    }
    let sheet = Subject::Form(Form {
        kind: FormKind::Meeting,
        of: Some(id(1_000)),
    });
    let line = |number, thing| {
        Field::Line(LineOf {
            entry: id(number),
            thing,
        })
    };
    let lines = [1, 2].map(|number| {
        let thing = Some((Topic::Think, "SAF".to_owned()));
        let own = (line(number, thing), format!("line {number}"));
        [own, (line(number, None), format!("line {number}"))]
    });
    let typed = DraftSave {
        subject: sheet,
        fields: lines.concat(),
        revision: Revision(1),
    };
    store.save_draft(&typed, at(3)).unwrap();
    store.back_up(None, BackupWhy::Daily, at(4)).unwrap();
    // A copy that has no more than the line still tells that there was such an entry.
    store.delete(id(1), at(5)).unwrap();
    let copies = store.erase(&[id(1)], None).unwrap();
    assert_eq!(copies.len(), 1);
    store.erase_from_backups(&[id(1)], None).unwrap();
    assert_eq!(
        holding(desk.folder.path(), &[&id(1).to_string(), "line 1"]),
        [] as [std::path::PathBuf; 0]
    );
    let left = store.draft(sheet).unwrap().unwrap();
    assert_eq!(left.fields().count(), 2);
    assert_eq!(left.words(&line(2, None)), "line 2");
}

//! The support card.

use rusqlite::params;

use super::{Store, StoreError, drafts};
use crate::domain::{CardLine, Subject, SupportCard};

impl Store {
    /// What the worker filled in.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn card(&self) -> Result<SupportCard, StoreError> {
        self.read(|conn| {
            let mut card = SupportCard::default();
            let mut lines = conn.prepare_cached("SELECT line, words FROM card")?;
            let mut rows = lines.query([])?;
            while let Some(row) = rows.next()? {
                let name: String = row.get(0)?;
                // A line of a newer version stays in the file.
                if let Some(line) = CardLine::from_id(&name) {
                    card.write(line, row.get::<_, String>(1)?);
                }
            }
            Ok(card)
        })
    }

    /// Keeps the card, and ends the draft of it.
    ///
    /// # Errors
    /// [`StoreError`]; then card and draft are as they were.
    pub fn save_card(&mut self, card: &SupportCard) -> Result<(), StoreError> {
        self.write(|tx| {
            let mut upsert = tx.prepare_cached(
                "INSERT INTO card (line, words) VALUES (?1, ?2)
                 ON CONFLICT (line) DO UPDATE SET words = excluded.words",
            )?;
            for line in CardLine::ALL {
                upsert.execute(params![line.id(), card.line(*line)])?;
            }
            drafts::forget(tx, Subject::Card)
        })?;
        self.checkpoint_quietly();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::proofs::kit::at;
    use crate::domain::{CardLine, DraftSave, Field, Revision, Subject, SupportCard};

    #[test]
    fn a_saved_card_ends_its_draft() {
        let mut store = Store::in_memory().unwrap();
        assert!(store.card().unwrap().is_blank());
        let draft = DraftSave {
            subject: Subject::Card,
            fields: vec![(Field::Card(CardLine::Me), "a friend".into())],
            revision: Revision(1),
        };
        store.save_draft(&draft, at(0)).unwrap();
        let mut card = SupportCard::default();
        card.write(CardLine::Me, "a friend");
        store.save_card(&card).unwrap();
        assert_eq!(store.card().unwrap().line(CardLine::Me), "a friend");
        assert_eq!(store.draft(Subject::Card).unwrap(), None);
        card.write(CardLine::Me, "");
        store.save_card(&card).unwrap();
        assert!(store.card().unwrap().is_blank());
    }
}

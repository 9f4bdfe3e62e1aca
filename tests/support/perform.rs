use alongside::domain::*;
use alongside::store::Store;
use alongside::ui::effect::{HomeView, Outcome, Request};
pub fn perform(
    store: &mut Store,
    request: Request,
    at: chrono::DateTime<chrono::FixedOffset>,
) -> Outcome {
    match request {
        Request::Home => Outcome::Home(HomeView {
            drafts: store
                .drafts()
                .unwrap()
                .into_iter()
                .filter(|d| matches!(d.subject(), Subject::Walk(_)))
                .collect(),
            waiting: store.waiting().unwrap(),
            read_only: None,
        }),
        Request::Past => Outcome::Past(store.past().unwrap()),
        Request::SaveDraft(s) => Outcome::Saved(store.save_draft(&s, at).unwrap()),
        Request::Draft(s) => Outcome::Draft(store.draft(s).unwrap()),
        Request::DropDraft(s) => {
            store.drop_draft(s).unwrap();
            Outcome::Done
        }
        Request::Finish(f) => {
            store.finish(&f, at).unwrap();
            Outcome::Done
        }
        Request::Entries { before, limit } => {
            Outcome::Entries(store.entries(before, limit).unwrap())
        }
        Request::Entry(id) => Outcome::Entry(store.entry(id).unwrap().map(Box::new)),
        Request::Delete(id) => {
            store.delete(id, at).unwrap();
            Outcome::Done
        }
        Request::BringBack(id) => {
            store.bring_back(id, at).unwrap();
            Outcome::Done
        }
        Request::Card => Outcome::Card(store.card().unwrap(), store.draft(Subject::Card).unwrap()),
        Request::SaveCard(c) => {
            store.save_card(&c).unwrap();
            Outcome::Done
        }
        Request::AnswerWaiting(id, a) => {
            store.answer_waiting(id, a).unwrap();
            Outcome::Done
        }
    }
}

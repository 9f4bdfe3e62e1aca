//! What the engine needs to find in a pack.
//!
//! The walk names its steps and their options by id. Listing them here once lets reading
//! refuse a pack with a hole in it, so that no worker meets an empty screen half-way through.

/// Lists the ids of the noticing scale, in the order they are shown.
pub const SCALE_IDS: [&str; 5] = [
    "moment",
    "partly",
    "not_this_time",
    "not_sure",
    "did_not_come_up",
];

/// Lists every step whose words the program asks for.
pub const REQUIRED_STEPS: &[&str] = &[
    // A reflection.
    "length",
    "arrive",
    "stage",
    "day",
    "minutes",
    "left_me",
    "before_stop",
    "moment",
    "headings",
    "headings_deep",
    "headings_three",
    "item",
    "deeper",
    "what",
    "so_what",
    "now_what",
    "step_back",
    "soft_close",
    "stand_by",
    "next_time",
    "last_time",
    "supervision",
    "set_down",
    "talk_to",
    "kept",
    "kept_supervisor",
    "kept_who",
    "nothing_much",
    // Land.
    "land_need",
    "land_line",
    "land_stand_by",
    "land_talk_to",
    "land_keep",
    // First run.
    "first_what",
    "first_shared",
    "first_lock",
    "first_way",
    "first_look",
    "first_ring",
    "first_begin",
    // Support card.
    "card",
    "card_empty",
    "card_ring",
    "card_supervisor",
    "card_safeguarding",
    "card_crisis",
    "card_emergency",
    "card_me",
    "safety_offer",
    // A page that may help, where it did not feel safe.
    "gentle",
    "form_whose",
    "form_kinds",
    "form_told",
    "form_told_who",
    "form_told_day",
    // Supervision.
    "form_need",
    "form_with",
    "form_asking",
    "form_line",
    "form_went_well",
    "form_think",
    "form_role",
    "form_story",
    "form_system",
    "form_ending",
    "form_plans",
    "form_how_i_am",
    "form_agreed",
    "together",
    // Keeping well.
    "keep_well",
    "form_helps",
    "form_signs",
    "form_who",
    // Sharing my story.
    "story_before",
    "story_after",
    "form_hope",
    "form_keep_back",
    "form_for_them",
    "form_for_me",
    // The longer view.
    "form_footing",
    "form_footing_line",
    "form_footing_start",
    "form_footing_start_line",
    "form_ask_again",
    // Practice.
    "practice_session",
    "kept_practice",
    // A try of a vignette.
    "try_story",
    "try_pull",
    "try_way",
    "try_sure",
    "try_commit",
    "try_view",
    "try_differ",
    "try_not_thought",
    "try_next",
    "try_want",
    "kept_try",
];

/// Lists the options the program knows by id, step by step.
pub const REQUIRED_OPTIONS: &[(&str, &[&str])] = &[
    ("length", &["quick", "standard", "deep", "three", "nothing"]),
    (
        "arrive",
        &[
            "one_to_one",
            "group",
            "phone_or_online",
            "role_play",
            "shadowing",
            "team_meeting",
            "did_not_come",
            "other",
        ],
    ),
    ("stage", &["first", "middle", "near_the_end", "last"]),
    ("item", &["can_look_like", "mine", "theirs"]),
    (
        "before_stop",
        &["nothing_now", "tell_someone", "support_card"],
    ),
    (
        "last_time",
        &["tried_it", "no_chance_yet", "still_holding", "let_it_rest"],
    ),
    ("supervision", &["yes", "not_now"]),
    (
        "land_need",
        &["nothing_now", "tell_someone", "support_card"],
    ),
    ("land_keep", &["keep", "let_go"]),
    ("form_whose", &["mine", "theirs", "both", "someone_else"]),
    (
        "form_kinds",
        &["feelings", "body", "between_us", "not_sure"],
    ),
    ("form_told", &["yes", "plan_to", "not_needed", "not_sure"]),
    (
        "form_footing",
        &[
            "not_yet",
            "with_someone",
            "mostly_on_my_own",
            "could_help_someone",
        ],
    ),
    (
        "form_footing_start",
        &[
            "not_yet",
            "with_someone",
            "mostly_on_my_own",
            "could_help_someone",
        ],
    ),
    ("form_with", &["line_manager", "peer"]),
    (
        "form_asking",
        &["think", "decide", "be_heard", "learn", "act"],
    ),
    ("try_sure", &["not_sure", "fairly", "very"]),
    (
        "try_want",
        &["watch_first", "with_someone", "talk_after", "try_it"],
    ),
    ("first_shared", &["yes", "no"]),
    ("first_lock", &["now", "not_now"]),
    ("first_way", &["full_screen", "plain"]),
    ("first_look", &["calm", "high_contrast", "terminal"]),
    ("first_begin", &["land", "reflect", "practice"]),
];

use super::{Gebeurtenis, Toestand};
pub fn zin(_t: &Toestand, wie: &str, _g: &Gebeurtenis) -> String {
    wie.into()
}
pub fn titel(_t: &Toestand, _g: &Gebeurtenis) -> String {
    String::new()
}
pub fn wijzigingen(_t: &Toestand, _g: &Gebeurtenis) -> Vec<(String, Option<String>, Option<String>)> {
    Vec::new()
}

use downstream::Book;

fn main() {
    let _ = Book::in_shelf("s1").create().id("1");
}

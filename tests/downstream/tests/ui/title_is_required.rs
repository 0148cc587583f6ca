use downstream::Book;

fn main() {
    let _ = Book::in_shelf("s1").create().price(9.5).request();
}
